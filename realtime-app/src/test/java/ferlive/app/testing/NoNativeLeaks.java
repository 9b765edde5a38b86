package ferlive.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that must close every native object that it or the code under test makes: the number of
 * JavaCPP pointers that own memory is the same after it as before.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NoNativeLeaksExtension.class)
public @interface NoNativeLeaks {}
