Story(product="h2" seed=11 before=Model(entities=[
      EntityType(uid=9 name="Crew9" hierarchy=SINGLE_TABLE id=ASSIGNED_INTEGER attributes=[
          Attribute(uid=10 name="origin10" shape=ENUM target=1 storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=11 name="sortKey11" type=DATE storage=STRING column=ModelColumn(fraction=-1))] versioned=true)
      EntityType(uid=12 name="Route12" parent=9 id=ASSIGNED_INTEGER attributes=[
          Attribute(uid=13 name="grade13" shape=ENUM target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "NEW"
          "LATE"
          "DONE"])] naming=SNAKE_CASE) after=Model(entities=[
      EntityType(uid=9 name="Crew9" hierarchy=JOINED id=ASSIGNED_INTEGER attributes=[
          Attribute(uid=10 name="origin10" shape=ENUM target=1 storage=ORDINAL column=ModelColumn(fraction=-1))
          Attribute(uid=11 name="sortKey11" type=DATE storage=STRING column=ModelColumn(fraction=-1))] versioned=true)
      EntityType(uid=12 name="Route12" parent=9 id=ASSIGNED_INTEGER attributes=[
          Attribute(uid=13 name="grade13" shape=ENUM target=1 storage=ORDINAL column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "NEW"
          "LATE"
          "DONE"])] naming=SNAKE_CASE) changes=[
    "CHANGE_ENUM_STORAGE"
    "CHANGE_HIERARCHY"] rows=[
    Row(entity=9 number=1)
    Row(entity=12 number=2)
    Row(entity=12 number=3)
    Row(entity=12 number=4)] inJava=true)
