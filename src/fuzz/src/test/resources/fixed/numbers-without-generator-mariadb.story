Story(product="mariadb" seed=13 before=Model(entities=[
      EntityType(uid=7 name="Route7" id=SEQUENCE_BY_ONE)]) after=Model(entities=[
      EntityType(uid=7 name="Route7")]) changes=[
    "CHANGE_ID"] rows=[
    Row(entity=7 number=4)])
