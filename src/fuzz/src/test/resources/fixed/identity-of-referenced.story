Story(product="mysql" seed=200070 before=Model(entities=[
      EntityType(uid=1 name="Customer1" id=IDENTITY attributes=[
          Attribute(uid=2 name="code2" type=CONVERTED storage=STRING column=ModelColumn(nullable=true length=20000 fraction=-1))
          Attribute(uid=3 name="weight3" type=OLD_DATE storage=STRING column=ModelColumn(name="c_column3" nullable=true fraction=-1))
          Attribute(uid=4 name="zip_code4" type=INTEGER_ARRAY storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=5 name="zip_code5" shape=ELEMENT_LIST type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))])]) after=Model(entities=[
      EntityType(uid=1 name="Customer1" id=AUTO attributes=[
          Attribute(uid=2 name="code2" type=CONVERTED storage=STRING column=ModelColumn(nullable=true length=20000 fraction=-1))
          Attribute(uid=3 name="weight3" type=OLD_DATE storage=STRING column=ModelColumn(name="c_column3" nullable=true fraction=-1))
          Attribute(uid=4 name="zip_code4" type=INTEGER_ARRAY storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=5 name="zip_code5" shape=ELEMENT_LIST type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=6 name="state6" type=INSTANT storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=9 name="zip_code9" shape=ELEMENT_SET type=OFFSET_DATE_TIME storage=STRING column=ModelColumn(nullable=true fraction=-1))])
      EntityType(uid=7 name="Ship7" attributes=[
          Attribute(uid=8 name="since8" shape=FORMULA type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))] softDelete=true)]) changes=[
    "ADD_ATTRIBUTE"
    "ADD_ENTITY"
    "CHANGE_ID"
    "ADD_ATTRIBUTE"] rows=[
    Row(entity=1 number=1)
    Row(entity=1 number=2)
    Row(entity=1 number=3)] handMade=[
    HandMade(entity=1 attribute=3 number=100)
    HandMade(kind=POLICY entity=1 attribute=3 number=101)
    HandMade(kind=GRANT entity=1 number=102)] inJava=true)
