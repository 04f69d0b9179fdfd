/**
 * The history of this application's database: one class per revision, written by
 * {@code mvn migrate:revision} and run when the application starts.
 */
package db.revisions;
