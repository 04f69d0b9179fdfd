Story(product="h2" seed=2200000000013 before=Model(entities=[
      EntityType(uid=2 name="Ship2" hierarchy=TABLE_PER_CLASS id=ASSIGNED_STRING attributes=[
          Attribute(uid=4 name="label4" type=DATE storage=STRING column=ModelColumn(nullable=true unique=true fraction=-1))])
      EntityType(uid=27 name="Depot27" parent=2 id=ASSIGNED_STRING)]) after=Model(entities=[
      EntityType(uid=2 name="Ship2" hierarchy=TABLE_PER_CLASS id=ASSIGNED_STRING attributes=[
          Attribute(uid=4 name="label4" type=DATE storage=STRING column=ModelColumn(nullable=true unique=true fraction=-1))
          Attribute(uid=5 name="score5" type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=27 name="Depot27" parent=2 id=ASSIGNED_STRING)]) changes=[
    "ADD_ATTRIBUTE"] rows=[
    Row(entity=2 number=1)] inJava=true)
