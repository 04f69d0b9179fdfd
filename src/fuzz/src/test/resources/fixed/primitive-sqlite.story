Story(product="sqlite" seed=1800000001001 before=Model(entities=[
      EntityType(uid=6 name="Book6" table="a_rather_long_table_name_6" attributes=[
          Attribute(uid=7 name="total7" type=FLOAT storage=STRING column=ModelColumn(nullable=true fraction=-1))] comment="about 6")] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "DONE"
          "OPEN"])
      Enumeration(uid=2 name="State2" constants=[
          "PAID"
          "OPEN"
          "A_B"
          "LOST"
          "NEW"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="code4" type=DECIMAL storage=STRING column=ModelColumn(nullable=true precision=12 scale=2 fraction=-1))
          Attribute(uid=5 name="label5" type=INSTANT storage=STRING column=ModelColumn(nullable=true fraction=-1))])] naming=SNAKE_CASE) after=Model(entities=[
      EntityType(uid=6 name="Book6" table="a_rather_long_table_name_6" attributes=[
          Attribute(uid=7 name="total7" type=FLOAT primitive=true storage=STRING column=ModelColumn(name="CamelColumn7" nullable=true fraction=-1))] comment="about 6")] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "DONE"
          "OPEN"])
      Enumeration(uid=2 name="State2" constants=[
          "PAID"
          "OPEN"
          "LOST"
          "NEW"])] embeddables=[
      Embeddable(uid=3 name="Part3" attributes=[
          Attribute(uid=4 name="code4" type=DECIMAL storage=STRING column=ModelColumn(nullable=true precision=12 scale=2 fraction=-1))
          Attribute(uid=5 name="label5" type=INSTANT storage=STRING column=ModelColumn(nullable=true fraction=-1))])] naming=SNAKE_CASE) changes=[
    "CHANGE_PRIMITIVE"
    "NAME_COLUMN"
    "COMMENT_TABLE"
    "REMOVE_CONSTANT"] rows=[
    Row(entity=6 number=1)
    Row(entity=6 number=2)] inJava=true)
