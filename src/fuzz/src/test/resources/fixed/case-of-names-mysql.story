Story(product="mysql" seed=100002 before=Model(entities=[
      EntityType(uid=1 name="Route1" table="a_rather_long_table_name_1" id=IDENTITY)
      EntityType(uid=6 name="Venue6" parent=1 id=IDENTITY)] naming=SNAKE_CASE) after=Model(entities=[
      EntityType(uid=1 name="Route1" table="a_rather_long_table_name_1" id=IDENTITY)
      EntityType(uid=6 name="Venue6" parent=1 id=IDENTITY)]) changes=[
    "ADD_ATTRIBUTE"
    "CHANGE_NAMING"
    "CHANGE_TYPE"])
