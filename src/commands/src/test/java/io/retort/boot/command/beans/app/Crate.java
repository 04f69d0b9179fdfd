package io.retort.boot.command.beans.app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Crate {

    @Id
    private Long id;

    private String label;

    protected Crate() {}

    public Crate(Long id, String label) {
        this.id = id;
        this.label = label;
    }

    public Long id() {
        return id;
    }

    public String label() {
        return label;
    }
}
