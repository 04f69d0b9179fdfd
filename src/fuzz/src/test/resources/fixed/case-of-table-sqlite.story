Story(product="sqlite" seed=1795986183043 before=Model(entities=[
      EntityType(uid=9 name="Ticket9" id=ASSIGNED_UUID)] naming=SNAKE_CASE) after=Model(entities=[
      EntityType(uid=9 name="Ticket9" id=ASSIGNED_UUID)] naming=COMPONENT_PATH) changes=[
    "CHANGE_NAMING"] inJava=true)
