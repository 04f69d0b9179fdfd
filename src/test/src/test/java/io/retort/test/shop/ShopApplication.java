package io.retort.test.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One entity. */
@SpringBootApplication
public class ShopApplication {}
