Story(product="h2" seed=1800000000017 before=Model(entities=[
      EntityType(uid=7 name="OrderLine7" id=ASSIGNED_UUID attributes=[
          Attribute(uid=10 name="score10" type=UUID storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=7 name="OrderLine7" id=ASSIGNED_UUID attributes=[
          Attribute(uid=10 name="score10" type=LOCALE storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=[
    "ADD_ATTRIBUTE"
    "CHANGE_TYPE"] rows=[
    Row(entity=7 number=6)] firstInJava=true)
