Story(product="h2" seed=36 before=Model(entities=[
      EntityType(uid=14 name="Visit14" attributes=[
          Attribute(uid=17 name="sortKey17" shape=ENUM_SET target=1 storage=NAMED column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "A_B"
          "Mixed"
          "OPEN"
          "X"
          "LATE"])] naming=SNAKE_CASE) after=Model(entities=[
      EntityType(uid=14 name="Visit14" attributes=[
          Attribute(uid=17 name="sortKey17" shape=ENUM_SET target=1 storage=NAMED column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "A_B"
          "Mixed"
          "OPEN"
          "X"
          "LATE"])]) changes=[
    "CHANGE_ID"
    "CHANGE_NAMING"
    "RENAME_ENTITY"] rows=[
    Row(entity=14 number=4)] inJava=true)
