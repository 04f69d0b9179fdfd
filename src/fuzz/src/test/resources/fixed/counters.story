Story(product="h2" seed=1 before=Model(entities=[
      EntityType(uid=1 name="Item" id=IDENTITY attributes=[Attribute(uid=2 name="label" storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=1 name="Item" id=AUTO attributes=[Attribute(uid=2 name="label" storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=["CHANGE_ID"] rows=[
    Row(entity=1 number=1)
    Row(entity=1 number=2)
    Row(entity=1 number=3)] inJava=true firstInJava=true)
