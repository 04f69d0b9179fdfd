-- revision: 3c4d5e6f7a8b
-- message: grant

-- upgrade
grant all on schema public to ${owner};

-- downgrade
