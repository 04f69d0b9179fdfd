Story(product="mysql" seed=2100000000062 before=Model(entities=[
      EntityType(uid=5 name="Route5" id=IDENTITY attributes=[
          Attribute(uid=6 name="origin6" type=ZONE storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=5 name="Route5" id=IDENTITY attributes=[
          Attribute(uid=6 name="origin6" type=TRUE_FALSE storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=[
    "CHANGE_TYPE"] rows=[
    Row(entity=5 number=4)] inJava=true)
