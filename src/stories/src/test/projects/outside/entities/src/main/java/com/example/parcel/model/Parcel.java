package com.example.parcel.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Parcel {

    @Id
    private Long id;

    @Column(nullable = false, length = 80)
    private String street;
}
