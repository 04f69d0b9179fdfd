Story(product="mariadb" seed=1795986183017 before=Model(entities=[
      EntityType(uid=2 name="Ship2" table="t_table2" id=SEQUENCE attributes=[
          Attribute(uid=5 name="score5" shape=ENUM target=1 storage=VARCHAR column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=7 name="Wagon7" id=SEQUENCE)] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "Mixed"
          "X"
          "LOST"
          "active"
          "NEW"])]) after=Model(entities=[
      EntityType(uid=2 name="Ship2" table="t_table2" id=SEQUENCE attributes=[
          Attribute(uid=5 name="score5" shape=ENUM target=1 column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=7 name="Wagon7" id=SEQUENCE)] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "Mixed"
          "X"
          "LOST"
          "active"
          "NEW"])]) changes=[
    "CHANGE_ENUM_STORAGE"] handMade=[
    HandMade(kind=FOREIGN_KEY entity=7 number=100)] inJava=true)
