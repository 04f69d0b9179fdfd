Story(product="hsqldb" seed=15 before=Model(entities=[
      EntityType(uid=13 name="Customer13")]) after=Model(entities=[
      EntityType(uid=13 name="Customer13" softDelete=true)]) changes=[
    "CHANGE_SOFT_DELETE"] byHand=true)
