Story(product="h2" seed=29 before=Model(entities=[
      EntityType(uid=3 name="Item3" hierarchy=TABLE_PER_CLASS attributes=[
          Attribute(uid=4 name="since4" shape=ENUM target=2 column=Column(fraction=-1))
          Attribute(uid=5 name="placeOfBirth5" shape=ENUM target=2 storage=VARCHAR column=Column(nullable=true fraction=-1))])
      EntityType(uid=6 name="Depot6" table="t_table6" schema="audit" id=ID_CLASS attributes=[
          Attribute(uid=7 name="placeOfBirth7" type=STRING_ARRAY storage=STRING column=Column(nullable=true fraction=-1))
          Attribute(uid=8 name="sortKey8" type=DURATION storage=STRING column=Column(nullable=true fraction=-1))
          Attribute(uid=9 name="note9" type=ZONE storage=STRING column=Column(nullable=true fraction=-1 comment="it''s 67"))] rules=[
          TableRule(uid=10 name="ix_rule_10" attributes=[
              8])])
      EntityType(uid=11 name="PostTag11" parent=3 attributes=[
          Attribute(uid=12 name="name12" type=FLOAT storage=STRING column=Column(nullable=true fraction=-1))
          Attribute(uid=13 name="placeOfBirth13" type=LONG_STRING storage=STRING column=Column(nullable=true fraction=-1))
          Attribute(uid=14 name="since14" shape=MANY_TO_ONE target=3 storage=STRING column=Column(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "PAID"
          "X"
          "A_B"
          "VERY_LONG_CONSTANT_NAME"])
      Enumeration(uid=2 name="State2" constants=[
          "OPEN"
          "Mixed"])] naming=SNAKE_CASE) after=Model(entities=[
      EntityType(uid=3 name="Item3" hierarchy=TABLE_PER_CLASS attributes=[
          Attribute(uid=4 name="since4" shape=ENUM target=2 column=Column(fraction=-1))
          Attribute(uid=5 name="placeOfBirth5" shape=ENUM target=2 storage=VARCHAR column=Column(nullable=true fraction=-1))])
      EntityType(uid=6 name="Depot6" table="t_table6" schema="audit" id=ID_CLASS attributes=[
          Attribute(uid=7 name="placeOfBirth7" type=STRING_ARRAY storage=STRING column=Column(nullable=true fraction=-1))
          Attribute(uid=8 name="sortKey8" type=DURATION storage=STRING column=Column(nullable=true fraction=-1))
          Attribute(uid=9 name="note9" type=ZONE storage=STRING column=Column(nullable=true fraction=-1 comment="it''s 67"))] rules=[
          TableRule(uid=10 name="ix_rule_10" attributes=[
              8])])
      EntityType(uid=11 name="PostTag11" parent=3 attributes=[
          Attribute(uid=12 name="name12" type=FLOAT storage=STRING column=Column(nullable=true fraction=-1))
          Attribute(uid=13 name="placeOfBirth13" type=LONG_STRING storage=STRING column=Column(nullable=true fraction=-1))
          Attribute(uid=14 name="since14" shape=MANY_TO_ONE target=3 storage=STRING column=Column(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "PAID"
          "X"
          "A_B"
          "VERY_LONG_CONSTANT_NAME"])
      Enumeration(uid=2 name="State2" constants=[
          "Mixed"])] naming=SNAKE_CASE) changes=[
    "REMOVE_CONSTANT"] rows=[
    Row(entity=3 number=1)
    Row(entity=3 number=2)
    Row(entity=6 number=3)
    Row(entity=6 number=4)
    Row(entity=6 number=5)
    Row(entity=6 number=6)
    Row(entity=11 number=7)] inJava=true)
