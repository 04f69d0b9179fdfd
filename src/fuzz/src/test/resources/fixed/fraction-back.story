Story(product="h2" seed=1 before=Model(entities=[
      EntityType(uid=1 name="Item" id=ASSIGNED_LONG attributes=[Attribute(uid=4 name="moment" type=DATE_TIME storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=1 name="Item" id=ASSIGNED_LONG attributes=[Attribute(uid=4 name="moment" type=DATE_TIME storage=STRING column=ModelColumn(nullable=true))])]) changes=["CHANGE_SIZE"] rows=[
    Row(entity=1 number=1)
    Row(entity=1 number=2)
    Row(entity=1 number=3)
    Row(entity=1 number=4)
    Row(entity=1 number=5)
    Row(entity=1 number=6)
    Row(entity=1 number=7)
    Row(entity=1 number=8)] inJava=true firstInJava=true)
