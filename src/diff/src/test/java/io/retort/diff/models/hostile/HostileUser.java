package io.retort.diff.models.hostile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "`x; drop table canary; --`")
public class HostileUser {

    @Id
    @Column(name = "`-- id`")
    private Long id;

    @Column(name = "`/* note`", length = 20)
    private String note;
}
