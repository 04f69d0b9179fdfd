Story(product="h2" seed=2100000000025 before=Model(entities=[
      EntityType(uid=2 name="Parcel2" id=ASSIGNED_STRING)
      EntityType(uid=4 name="Author4" parent=2 id=ASSIGNED_STRING)]) after=Model(entities=[
      EntityType(uid=2 name="Parcel2" id=ASSIGNED_STRING softDelete=true)
      EntityType(uid=4 name="Author4" parent=2 id=ASSIGNED_STRING)] naming=SNAKE_CASE) changes=[
    "CHANGE_SOFT_DELETE"
    "CHANGE_NAMING"] rows=[
    Row(entity=2 number=1)] inJava=true)
