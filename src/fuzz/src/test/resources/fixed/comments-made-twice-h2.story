Story(product="h2" seed=20 before=Model(entities=[
      EntityType(uid=3 name="Venue3" hierarchy=JOINED id=AUTO)
      EntityType(uid=8 name="Crew8" parent=3 id=AUTO attributes=[
          Attribute(uid=9 name="grade9" type=LONG storage=STRING column=ModelColumn(nullable=true fraction=-1))])] embeddables=[
      Embeddable(uid=1 name="Part1" attributes=[
          Attribute(uid=2 name="amount2" type=INSTANT storage=STRING column=ModelColumn(nullable=true fraction=6))])]) after=Model(entities=[
      EntityType(uid=3 name="Venue3" hierarchy=JOINED id=AUTO)
      EntityType(uid=8 name="Crew8" parent=3 id=AUTO attributes=[
          Attribute(uid=9 name="grade9" type=FLOAT storage=STRING column=ModelColumn(nullable=true fraction=-1))])] embeddables=[
      Embeddable(uid=1 name="Part1" attributes=[
          Attribute(uid=2 name="amount2" type=INSTANT storage=STRING column=ModelColumn(nullable=true fraction=6))])]) changes=[
    "CHANGE_TYPE"
    "ADD_ENTITY"] handMade=[
    HandMade(kind=TABLE_COMMENT entity=8 number=101)
    HandMade(kind=TABLE_COMMENT entity=8 number=102)] inJava=true)
