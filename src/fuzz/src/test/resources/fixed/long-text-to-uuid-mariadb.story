Story(product="mariadb" seed=1800000000041 before=Model(entities=[
      EntityType(uid=7 name="OrderLine7" id=ASSIGNED_UUID attributes=[
          Attribute(uid=10 name="score10" type=LONG_STRING storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=11 name="code11" type=LONG_STRING storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=12 name="note12" type=STRING storage=STRING column=ModelColumn(nullable=true length=20000 fraction=-1))
          Attribute(uid=13 name="text13" type=STRING storage=STRING column=ModelColumn(nullable=true length=70000 fraction=-1))
          Attribute(uid=14 name="other14" type=STRING storage=STRING column=ModelColumn(nullable=true length=70000 fraction=-1))])]) after=Model(entities=[
      EntityType(uid=7 name="OrderLine7" id=ASSIGNED_UUID attributes=[
          Attribute(uid=10 name="score10" type=UUID storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=11 name="code11" type=UUID_TEXT storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=12 name="note12" type=UUID_TEXT storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=13 name="text13" type=UUID storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=14 name="other14" type=STRING storage=STRING column=ModelColumn(nullable=true length=30000 fraction=-1))])]) changes=[
    "CHANGE_TYPE"] rows=[
    Row(entity=7 number=6)
    Row(entity=7 number=7)
    Row(entity=7 number=8)] firstInJava=true)
