Story(product="h2" seed=2100000000041 before=Model(entities=[
      EntityType(uid=13 name="Depot13" schema="audit" id=ASSIGNED_UUID attributes=[
          Attribute(uid=14 name="placeOfBirth14" type=BOOLEAN primitive=true storage=STRING column=ModelColumn(fraction=-1))])]) after=Model(entities=[
      EntityType(uid=13 name="Depot13" schema="audit" id=ASSIGNED_UUID attributes=[
          Attribute(uid=14 name="placeOfBirth14" type=DATE_TIME storage=STRING column=ModelColumn(nullable=true fraction=3))])]) changes=[
    "CHANGE_TYPE"] rows=[
    Row(entity=13 number=5)
    Row(entity=13 number=6)] inJava=true)
