Story(product="h2" seed=1 before=Model(entities=[
      EntityType(uid=1 name="Item" id=ASSIGNED_LONG attributes=[Attribute(uid=2 name="label" storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=1 name="Item" id=ASSIGNED_LONG attributes=[Attribute(uid=2 name="label" storage=STRING column=ModelColumn(nullable=true fraction=-1)) Attribute(uid=3 name="note" storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=["ADD_ATTRIBUTE"] rows=[
    Row(entity=1 number=1)
    Row(entity=1 number=2)
    Row(entity=1 number=3)] inJava=true firstInJava=true handMade=[HandMade(kind=INDEX entity=1 attribute=2 number=100)])
