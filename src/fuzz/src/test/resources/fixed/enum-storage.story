Story(product="h2" seed=1 before=Model(entities=[
      EntityType(uid=1 name="Item" id=ASSIGNED_LONG attributes=[Attribute(uid=4 name="state" shape=ENUM target=9 storage=ORDINAL column=ModelColumn(nullable=false fraction=-1))])] enumerations=[Enumeration(uid=9 name="State" constants=["NEW" "OPEN" "DONE"])]) after=Model(entities=[
      EntityType(uid=1 name="Item" id=ASSIGNED_LONG attributes=[Attribute(uid=4 name="state" shape=ENUM target=9 storage=STRING column=ModelColumn(nullable=false fraction=-1))])] enumerations=[Enumeration(uid=9 name="State" constants=["NEW" "OPEN" "DONE"])]) changes=["CHANGE_ENUM_STORAGE"] rows=[
    Row(entity=1 number=1)
    Row(entity=1 number=2)
    Row(entity=1 number=3)] inJava=true firstInJava=true)
