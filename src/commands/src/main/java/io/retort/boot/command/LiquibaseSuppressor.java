package io.retort.boot.command;

import java.lang.reflect.Method;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ReflectionUtils;

/** Keeps Liquibase's bean from migrating the application's database when a command needs the bean. */
final class LiquibaseSuppressor implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        for (Class<?> type = bean.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(ToolBean.LIQUIBASE)) {
                setShouldRun(bean, false);
            }
        }
        return bean;
    }

    static void setShouldRun(Object bean, boolean value) {
        Method method = ReflectionUtils.findMethod(bean.getClass(), "setShouldRun", boolean.class);
        if (method != null) {
            ReflectionUtils.invokeMethod(method, bean, value);
        }
    }
}
