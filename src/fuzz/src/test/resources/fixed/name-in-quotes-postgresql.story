Story(product="postgresql" seed=300009 before=Model(entities=[
      EntityType(uid=4 name="OrderLine4" table="a_rather_long_table_name_4" id=SEQUENCE attributes=[
          Attribute(uid=5 name="mail5" type=YES_NO primitive=true storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=6 name="memo6" type=TRUE_FALSE storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=7 name="weight7" type=DOUBLE storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=8 name="memo8" type=JSON storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=9 name="memo9" type=UUID_TEXT storage=STRING column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=10 attributes=[
              5
              9])])
      EntityType(uid=11 name="Ticket11" id=AUTO attributes=[
          Attribute(uid=12 name="label12" shape=EMBEDDED target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=13 name="zip_code13" type=INTEGER primitive=true storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=14 name="firstName14" type=TRUE_FALSE storage=STRING column=ModelColumn(fraction=-1))])] embeddables=[
      Embeddable(uid=1 name="Part1" attributes=[
          Attribute(uid=2 name="since2" type=CHARACTER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=3 name="mail3" type=OLD_DATE storage=STRING column=ModelColumn(nullable=true fraction=-1))])] naming=COMPONENT_PATH) after=Model(entities=[
      EntityType(uid=4 name="OrderLine4" table="a_rather_long_table_name_4" id=SEQUENCE attributes=[
          Attribute(uid=5 name="mail5" type=YES_NO primitive=true storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=6 name="memo6" type=DECIMAL storage=STRING column=ModelColumn(precision=10 scale=2 fraction=-1))
          Attribute(uid=7 name="weight7" type=DOUBLE storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=8 name="memo8" type=JSON storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=9 name="memo9" type=UUID_TEXT storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=15 name="weight15" shape=EMBEDDED target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=11 name="Ticket11" id=AUTO attributes=[
          Attribute(uid=12 name="label12" shape=EMBEDDED target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=13 name="zip_code13" type=INTEGER primitive=true storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=14 name="firstName14" type=TRUE_FALSE storage=STRING column=ModelColumn(name="`Mixed Column14`" fraction=-1))])] embeddables=[
      Embeddable(uid=1 name="Part1" attributes=[
          Attribute(uid=2 name="since2" type=CHARACTER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=3 name="mail3" type=OLD_DATE storage=STRING column=ModelColumn(nullable=true fraction=-1))])] naming=COMPONENT_PATH) changes=[
    "CHANGE_TYPE"
    "REMOVE_RULE"
    "ADD_ATTRIBUTE"
    "NAME_COLUMN"] rows=[
    Row(entity=11 number=1)] handMade=[
    HandMade(entity=4 attribute=6 number=100)
    HandMade(kind=COLUMN_COMMENT entity=4 attribute=5 number=101)])
