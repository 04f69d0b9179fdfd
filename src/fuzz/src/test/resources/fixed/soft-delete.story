Story(product="h2" seed=100011 before=Model(entities=[
      EntityType(uid=1 name="Venue1" id=IDENTITY)]) after=Model(entities=[
      EntityType(uid=1 name="Venue1" id=IDENTITY softDelete=true)]) changes=[
    "CHANGE_TYPE"
    "REMOVE_RULE"
    "CHANGE_SOFT_DELETE"] rows=[
    Row(entity=1 number=1)] firstInJava=true inJava=true)
