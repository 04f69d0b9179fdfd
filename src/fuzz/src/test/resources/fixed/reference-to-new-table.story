Story(product="h2" seed=200059 before=Model(entities=[
      EntityType(uid=3 name="Wagon3" table="`Mixed Table3`" id=EMBEDDED attributes=[
          Attribute(uid=4 name="amount4" shape=ENUM target=1 storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=5 name="placeOfBirth5" type=LOB_STRING storage=STRING column=ModelColumn(nullable=true fraction=-1))] audited=true)
      EntityType(uid=6 name="Ticket6" attributes=[
          Attribute(uid=7 name="firstName7" shape=MANY_TO_ONE target=3 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=8 name="unit8" type=ZONE storage=STRING column=ModelColumn(nullable=true fraction=-1 comment="it''s 97"))
          Attribute(uid=9 name="grade9" type=BYTES storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=10 name="sortKey10" shape=ENUM target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=11 name="placeOfBirth11" shape=ENUM target=1 storage=STRING column=ModelColumn(fraction=-1))] comment="about 6")
      EntityType(uid=12 name="PostTag12" schema="audit" id=EMBEDDED attributes=[
          Attribute(uid=13 name="phase13" storage=STRING column=ModelColumn(nullable=true length=100 fraction=-1))
          Attribute(uid=14 name="sortKey14" shape=ONE_TO_MANY_COLUMN target=3 storage=STRING column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=15 attributes=[
              13])] versioned=true)
      EntityType(uid=16 name="Ship16" table="`Mixed Table16`" id=IDENTITY attributes=[
          Attribute(uid=17 name="mail17" type=DATE storage=STRING column=ModelColumn(name="c_column17" fraction=-1))
          Attribute(uid=18 name="label18" shape=ENUM target=2 storage=VARCHAR column=ModelColumn(fraction=-1))
          Attribute(uid=19 name="firstName19" type=DECIMAL storage=STRING column=ModelColumn(nullable=true unique=true fraction=-1))
          Attribute(uid=20 name="since20" type=INTEGER storage=STRING column=ModelColumn(nullable=true fraction=-1))])] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "NEW"
          "DONE"])
      Enumeration(uid=2 name="State2" constants=[
          "DONE"
          "LOST"])]) after=Model(entities=[
      EntityType(uid=3 name="Wagon3" table="`Mixed Table3`" id=EMBEDDED attributes=[
          Attribute(uid=4 name="phase4" shape=ENUM target=1 storage=STRING column=ModelColumn(fraction=-1))
          Attribute(uid=5 name="placeOfBirth5" type=LOB_STRING storage=STRING column=ModelColumn(nullable=true fraction=-1))] audited=true)
      EntityType(uid=6 name="Ticket6" attributes=[
          Attribute(uid=7 name="firstName7" shape=MANY_TO_ONE target=3 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=8 name="unit8" type=ZONE storage=STRING column=ModelColumn(nullable=true fraction=-1 comment="it''s 97"))
          Attribute(uid=9 name="grade9" type=BYTES storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=10 name="sortKey10" shape=ENUM target=1 storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=11 name="placeOfBirth11" shape=ENUM target=1 storage=STRING column=ModelColumn(fraction=-1))] comment="about 6")
      EntityType(uid=12 name="PostTag12" schema="audit" id=EMBEDDED attributes=[
          Attribute(uid=13 name="phase13" storage=STRING column=ModelColumn(nullable=true fraction=-1))
          Attribute(uid=14 name="sortKey14" shape=ONE_TO_MANY_COLUMN target=3 storage=STRING column=ModelColumn(nullable=true fraction=-1))] rules=[
          TableRule(uid=15 attributes=[
              13])] versioned=true)] enumerations=[
      Enumeration(uid=1 name="State1" constants=[
          "NEW"
          "DONE"])
      Enumeration(uid=2 name="State2" constants=[
          "DONE"
          "LOST"])] naming=SNAKE_CASE) changes=[
    "CHANGE_NAMING"
    "REMOVE_ENTITY"
    "CHANGE_SIZE"
    "RENAME_ATTRIBUTE"] rows=[
    Row(entity=3 number=1)
    Row(entity=3 number=2)
    Row(entity=3 number=3)
    Row(entity=6 number=4)
    Row(entity=12 number=5)
    Row(entity=16 number=6)] firstInJava=true)
