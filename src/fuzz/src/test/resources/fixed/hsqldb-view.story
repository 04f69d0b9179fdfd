Story(product="hsqldb" seed=14 before=Model(entities=[
      EntityType(uid=3 name="Wagon3" hierarchy=JOINED id=SEQUENCE attributes=[
          Attribute(uid=4 name="origin4" storage=STRING column=ModelColumn(unique=true fraction=-1))
          Attribute(uid=5 name="name5" type=DURATION storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=6 name="code6" shape=ENUM target=2 storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=7 name="memo7" storage=STRING column=ModelColumn(length=100 fraction=-1 comment="it''s 17"))
          Attribute(uid=8 name="total8" shape=ELEMENT_LIST type=NUMERIC_BOOLEAN storage=STRING column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=9 name="Wagon9" attributes=[
          Attribute(uid=10 name="amount10" type=BIG_INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=11 name="mail11" shape=MANY_TO_ONE target=3 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=12 name="state12" type=LOB_STRING storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=13 name="state13" shape=ENUM target=1 column=ModelColumn(fraction=-1))] comment="about 9")
      EntityType(uid=14 name="Crew14" id=AUTO attributes=[
          Attribute(uid=15 name="mail15" shape=ELEMENT_SET type=DECIMAL storage=STRING column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=16 name="Book16" schema="audit" id=SEQUENCE attributes=[
          Attribute(uid=17 name="unit17" type=DECIMAL storage=STRING column=ModelColumn(nullable=true precision=5 scale=2 fraction=-1))
          Attribute(uid=18 name="firstName18" type=BYTE storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=19 name="mail19" storage=STRING column=ModelColumn(length=10 fraction=-1))
          Attribute(uid=20 name="mail20" type=NATIONAL storage=STRING column=ModelColumn(nullable=true length=100 fraction=-1))] rules=[
          TableRule(uid=21 attributes=[
              18
              20])] audited=true)
      EntityType(uid=22 name="Venue22" parent=3 id=SEQUENCE attributes=[
          Attribute(uid=23 name="total23" shape=ELEMENT_MAP type=TRUE_FALSE storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=24 name="origin24" storage=STRING column=ModelColumn(nullable=true length=40 fraction=-1))
          Attribute(uid=25 name="unit25" shape=ENUM target=1 storage=VARCHAR column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "OPEN"
          "active"
          "LOST"
          "A_B"
          "DONE"])
      Enumeration(uid=2 name="State2" constants=[
          "Mixed"
          "X"
          "PAID"])]) after=Model(entities=[
      EntityType(uid=3 name="Wagon3" hierarchy=JOINED id=SEQUENCE attributes=[
          Attribute(uid=4 name="origin4" storage=STRING column=ModelColumn(unique=true fraction=-1))
          Attribute(uid=5 name="name5" type=DURATION storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=6 name="code6" target=2 storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=7 name="memo7" storage=STRING column=ModelColumn(unique=true length=100 fraction=-1 comment="it''s 17"))
          Attribute(uid=8 name="total8" shape=ELEMENT_LIST type=NUMERIC_BOOLEAN storage=STRING column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=9 name="Wagon9" attributes=[
          Attribute(uid=10 name="amount10" type=BIG_INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=11 name="mail11" shape=MANY_TO_ONE target=3 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=12 name="state12" type=LOB_STRING storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=13 name="state13" shape=ENUM target=1 column=ModelColumn(fraction=-1))] comment="about 9")
      EntityType(uid=14 name="Crew14" id=AUTO attributes=[
          Attribute(uid=15 name="mail15" shape=ELEMENT_SET type=DECIMAL storage=STRING column=ModelColumn(nullable=true fraction=-1))] versioned=true)
      EntityType(uid=16 name="Book16" schema="audit" id=SEQUENCE attributes=[
          Attribute(uid=17 name="unit17" type=DECIMAL storage=STRING column=ModelColumn(nullable=true precision=5 scale=2 fraction=-1))
          Attribute(uid=18 name="firstName18" type=BYTE storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=19 name="mail19" storage=STRING column=ModelColumn(length=10 fraction=-1))
          Attribute(uid=20 name="mail20" type=NATIONAL storage=STRING column=ModelColumn(nullable=true length=100 fraction=-1))] rules=[
          TableRule(uid=21 attributes=[
              18
              20])] audited=true)
      EntityType(uid=22 name="Venue22" parent=3 id=SEQUENCE attributes=[
          Attribute(uid=23 name="total23" shape=ELEMENT_MAP type=TRUE_FALSE storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=24 name="score24" storage=STRING column=ModelColumn(nullable=true length=40 fraction=-1))
          Attribute(uid=25 name="unit25" shape=ENUM target=1 storage=VARCHAR column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "OPEN"
          "active"
          "LOST"
          "A_B"
          "DONE"])
      Enumeration(uid=2 name="State2" constants=[
          "Mixed"
          "X"
          "PAID"])]) changes=[
    "RENAME_ATTRIBUTE"
    "CHANGE_UNIQUE"
    "ENUM_TO_STRING"
    "CHANGE_VERSION"] rows=[
    Row(entity=3 number=1)
    Row(entity=3 number=2)
    Row(entity=14 number=3)
    Row(entity=14 number=4)
    Row(entity=14 number=5)] handMade=[
    HandMade(kind=DEFAULT entity=16 number=100)
    HandMade(entity=14 number=101)
    HandMade(kind=VIEW entity=9 attribute=10 number=102)] firstInJava=true)
