Story(product="h2" seed=1 before=Model(entities=[
      EntityType(uid=1 name="Item" attributes=[Attribute(uid=2 name="label" storage=STRING column=Column(nullable=true fraction=-1)) Attribute(uid=4 name="total" type=INTEGER storage=STRING column=Column(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=1 name="Item" attributes=[Attribute(uid=2 name="label" storage=STRING column=Column(nullable=true fraction=-1))])]) changes=["REMOVE_ATTRIBUTE"] rows=[
    Row(entity=1 number=1)] handMade=[HandMade(kind=VIEW entity=1 attribute=4 number=100)] inJava=true firstInJava=true)
