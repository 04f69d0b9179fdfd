Story(product="mariadb" seed=2200000000008 before=Model(entities=[
      EntityType(uid=1 name="Venue1" id=ASSIGNED_UUID attributes=[
          Attribute(uid=3 name="phase3" type=STRING_ARRAY storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=1 name="Venue1" id=ASSIGNED_UUID attributes=[
          Attribute(uid=3 name="weight3" type=STRING_ARRAY storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) changes=[
    "RENAME_ATTRIBUTE"] rows=[
    Row(entity=1 number=1)])
