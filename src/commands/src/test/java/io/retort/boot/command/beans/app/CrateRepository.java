package io.retort.boot.command.beans.app;

import org.springframework.data.jpa.repository.JpaRepository;

public interface CrateRepository extends JpaRepository<Crate, Long> {}
