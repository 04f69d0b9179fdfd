Story(product="sqlite" seed=5200000000004 before=Model(entities=[
      EntityType(uid=2 name="Item2" id=AUTO)]) after=Model(entities=[
      EntityType(uid=2 name="Item2" id=AUTO)] naming=SNAKE_CASE) changes=[
    "CHANGE_NAMING"] inJava=true)
