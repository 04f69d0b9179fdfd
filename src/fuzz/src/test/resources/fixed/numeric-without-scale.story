Story(product="hsqldb" seed=100012 before=Model(entities=[
      EntityType(uid=2 name="Wagon2" id=ASSIGNED_INTEGER attributes=[
          Attribute(uid=5 name="phase5" type=BIG_INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "NEW"
          "DONE"
          "A_B"
          "PAID"
          "OPEN"])]) after=Model(entities=[
      EntityType(uid=2 name="Wagon2" id=ASSIGNED_INTEGER attributes=[
          Attribute(uid=5 name="phase5" storage=STRING column=ModelColumn(nullable=true length=10 fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "NEW"
          "DONE"
          "A_B"
          "PAID"
          "OPEN"])]) changes=[
    "CHANGE_TYPE"] inJava=true)
