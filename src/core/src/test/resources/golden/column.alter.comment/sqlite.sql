-- nothing to do

-- reverse
-- nothing to do
