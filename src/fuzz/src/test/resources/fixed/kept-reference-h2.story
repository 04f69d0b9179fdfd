Story(product="h2" seed=100050 before=Model(entities=[
      EntityType(uid=3 name="PostTag3" id=SEQUENCE attributes=[
          Attribute(uid=4 name="score4" storage=STRING column=ModelColumn(length=2000 fraction=-1))
          Attribute(uid=5 name="state5" type=BIG_INTEGER storage=STRING column=ModelColumn(name="`Mixed Column5`" fraction=-1))
          Attribute(uid=6 name="name6" storage=STRING column=ModelColumn(nullable=true length=10 fraction=-1))
          Attribute(uid=7 name="zip_code7" shape=ENUM target=2 storage=VARCHAR column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=8 name="Crew8" id=SEQUENCE attributes=[
          Attribute(uid=9 name="grade9" shape=ELEMENT_ORDERED type=BIG_INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=10 name="state10" shape=ELEMENT_SET type=CONVERTED storage=STRING column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=11 name="Crew11" id=IDENTITY attributes=[
          Attribute(uid=12 name="since12" shape=ENUM target=1 column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=13 name="total13" shape=MANY_TO_ONE target=3 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=14 name="since14" type=NATIONAL storage=STRING column=ModelColumn(nullable=true length=40 fraction=-1 comment="it''s 29"))
          Attribute(uid=15 name="memo15" type=INTEGER_ARRAY storage=STRING column=ModelColumn(nullable=true fraction=-1 comment="it''s 21"))] rules=[
          TableRule(uid=16 name="ix_rule_16" attributes=[
              14])] comment="about 11")
      EntityType(uid=17 name="Route17" attributes=[
          Attribute(uid=18 name="mail18" type=DATE storage=STRING column=ModelColumn(name="CamelColumn18" nullable=true fraction=-1))
          Attribute(uid=19 name="total19" type=UUID_TEXT storage=STRING column=ModelColumn(name="c_column19" nullable=true fraction=-1))] rules=[
          TableRule(uid=20 name="ix_rule_20" attributes=[
              18])])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "active"
          "NEW"])
      Enumeration(uid=2 name="State2" constants=[
          "DONE"
          "A_B"
          "Mixed"])]) after=Model(entities=[
      EntityType(uid=8 name="Crew8" id=SEQUENCE attributes=[
          Attribute(uid=9 name="grade9" shape=ELEMENT_ORDERED type=BIG_INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=10 name="state10" shape=ELEMENT_SET type=CONVERTED storage=STRING column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=11 name="Crew11" id=IDENTITY attributes=[
          Attribute(uid=12 name="since12" shape=ENUM target=1 column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=14 name="since14" type=NATIONAL storage=STRING column=ModelColumn(nullable=true length=40 fraction=-1 comment="it''s 29"))
          Attribute(uid=15 name="memo15" type=INTEGER_ARRAY storage=STRING column=ModelColumn(nullable=true fraction=-1 comment="it''s 21"))] rules=[
          TableRule(uid=16 name="ix_rule_16" attributes=[
              14])] comment="about 11")
      EntityType(uid=17 name="Route17" attributes=[
          Attribute(uid=18 name="mail18" type=DATE storage=STRING column=ModelColumn(name="CamelColumn18" nullable=true fraction=-1))
          Attribute(uid=19 name="total19" type=UUID_TEXT storage=STRING column=ModelColumn(name="c_column19" nullable=true fraction=-1))] rules=[
          TableRule(uid=20 name="ix_rule_20" attributes=[
              18])])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "NEW"])
      Enumeration(uid=2 name="State2" constants=[
          "DONE"
          "A_B"
          "Mixed"])]) changes=[
    "CHANGE_SIZE"
    "CHANGE_TYPE"
    "REMOVE_ENTITY"
    "REMOVE_CONSTANT"] rows=[
    Row(entity=3 number=1)
    Row(entity=3 number=2)
    Row(entity=11 number=3)
    Row(entity=17 number=4)
    Row(entity=17 number=5)
    Row(entity=17 number=6)
    Row(entity=17 number=7)] inJava=true)
