Story(product="hsqldb" seed=38 before=Model(entities=[
      EntityType(uid=6 name="Parcel6" schema="audit")
      EntityType(uid=16 name="Customer16" parent=6)]) after=Model(entities=[
      EntityType(uid=6 name="Parcel6" schema="audit" hierarchy=TABLE_PER_CLASS softDelete=true)
      EntityType(uid=16 name="Customer16" parent=6)]) changes=[
    "CHANGE_HIERARCHY"
    "CHANGE_TYPE"
    "CHANGE_SOFT_DELETE"
    "CHANGE_TYPE"] rows=[
    Row(entity=16 number=13)] inJava=true byHand=true)
