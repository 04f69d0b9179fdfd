Story(product="hsqldb" seed=100003 before=Model(entities=[
      EntityType(uid=1 name="Item1" attributes=[
          Attribute(uid=3 name="placeOfBirth3" type=DECIMAL storage=STRING column=ModelColumn(nullable=true precision=5 scale=4 fraction=-1))] audited=true comment="about 1")]) after=Model(entities=[
      EntityType(uid=1 name="Item1" attributes=[
          Attribute(uid=3 name="placeOfBirth3" type=DECIMAL storage=STRING column=ModelColumn(nullable=true fraction=-1))] audited=true comment="about 1")]) changes=[
    "CHANGE_SIZE"
    "CHANGE_NULLABILITY"] rows=[
    Row(entity=1 number=2)] inJava=true)
