using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The table of corrections in SQLite. One call at a time.</summary>
/// <remarks>
/// With a write-ahead log and <c>synchronous = FULL</c>, a commit returns after the disk has the change, and a process or a machine that
/// ends at any moment loses nothing committed.
/// </remarks>
internal sealed class CorrectionTable : IDisposable
{
    private const int CantOpen = 14;
    private const string NextVersion =
        "(SELECT COALESCE(MAX(version), 0) + 1 FROM (SELECT version FROM corrections UNION ALL SELECT version FROM deletions))";

    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;

    /// <param name="connectionString">Where the database is.</param>
    /// <param name="busyTimeout">How long a call waits for another process that writes; whole seconds.</param>
    /// <param name="time">The clock.</param>
    public CorrectionTable(string connectionString, TimeSpan busyTimeout, TimeProvider time)
    {
        _time = time;
        var complete = new SqliteConnectionStringBuilder(connectionString)
        {
            DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
            Pooling = false,
        };
        _connection = new SqliteConnection(complete.ConnectionString);
        try
        {
            _connection.Open();
            Run("PRAGMA journal_mode = WAL");
            Run("PRAGMA synchronous = FULL");
            Run("PRAGMA secure_delete = ON");
            Run(
                """
                CREATE TABLE IF NOT EXISTS corrections (
                    text TEXT NOT NULL PRIMARY KEY,
                    label TEXT NOT NULL,
                    version INTEGER NOT NULL UNIQUE,
                    stored_at TEXT NOT NULL
                ) STRICT
                """);

            // without the text, so that what is deleted is forgotten; its version is never used again
            Run("CREATE TABLE IF NOT EXISTS deletions (version INTEGER NOT NULL PRIMARY KEY, deleted_at TEXT NOT NULL) STRICT");
        }
        catch (SqliteException problem)
        {
            _connection.Dispose();
            string help = problem.SqliteErrorCode == CantOpen
                ? "Create the folder, or correct Demo:Folder or Demo:Database"
                : "End other programs that use it, or move it away";
            throw new IOException($"the corrections in '{connectionString}' can't be opened: {problem.Message}. {help}", problem);
        }
    }

    public CorrectionSet Read()
    {
        CorrectionSet set = CorrectionSet.Empty;
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "SELECT text, label, version, stored_at FROM corrections";
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
                set = set.With(CorrectionOf(reader));
        }

        command.CommandText = "SELECT version FROM deletions";
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
                set = set.Without(null, reader.GetInt64(0));
        }

        return set;
    }

    /// <summary>Stores a label unless it was changed or deleted since the sender looked: see <see cref="CorrectionStore"/>.</summary>
    public StoredCorrection Store(string text, string label, long seenVersion) => Change(text, (current, transaction) =>
    {
        if (current is not null && current.Label == label) return new StoredCorrection(current, IsConflict: false);
        return (current?.Version ?? 0) == seenVersion
            ? new StoredCorrection(Write(text, label, transaction), IsConflict: false)
            : new StoredCorrection(current, IsConflict: true);
    });

    /// <summary>Deletes the label of a text unless it was changed since the sender looked: see <see cref="CorrectionStore"/>.</summary>
    public DeletedCorrection Delete(string text, long seenVersion)
    {
        DeletedCorrection deleted = Change(text, (current, transaction) =>
        {
            if (current is null) return new DeletedCorrection(Version: null, Conflict: null);
            return current.Version == seenVersion
                ? new DeletedCorrection(Remove(text, transaction), Conflict: null)
                : new DeletedCorrection(Version: null, current);
        });

        // the text leaves the log too, unless another process reads now
        if (deleted.Version is not null) Run("PRAGMA wal_checkpoint(TRUNCATE)");
        return deleted;
    }

    public void Dispose() => _connection.Dispose();

    private T Change<T>(string text, Func<Correction?, SqliteTransaction, T> change)
    {
        try
        {
            // immediate: no other process writes between the look and the change
            using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
            T changed = change(Find(text, transaction), transaction);
            transaction.Commit();
            return changed;
        }
        catch (SqliteException problem)
        {
            throw new CorrectionsUnavailableException($"SQLite reports \"{problem.Message}\"", problem);
        }
    }

    private Correction? Find(string text, SqliteTransaction transaction)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT text, label, version, stored_at FROM corrections WHERE text = $text";
        command.Parameters.AddWithValue("$text", text);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? CorrectionOf(reader) : null;
    }

    private Correction Write(string text, string label, SqliteTransaction transaction)
    {
        DateTimeOffset now = _time.GetUtcNow();
        using SqliteCommand command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"""
            INSERT INTO corrections (text, label, version, stored_at)
            VALUES ($text, $label, {NextVersion}, $now)
            ON CONFLICT (text) DO UPDATE SET label = excluded.label, version = excluded.version, stored_at = excluded.stored_at
            RETURNING version
            """;
        command.Parameters.AddWithValue("$text", text);
        command.Parameters.AddWithValue("$label", label);
        command.Parameters.AddWithValue("$now", now.ToString("O", CultureInfo.InvariantCulture));
        return new Correction(text, label, (long)command.ExecuteScalar()!, now);
    }

    private long Remove(string text, SqliteTransaction transaction)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO deletions (version, deleted_at) VALUES ({NextVersion}, $now) RETURNING version";
        command.Parameters.AddWithValue("$now", _time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        long version = (long)command.ExecuteScalar()!;
        command.CommandText = "DELETE FROM corrections WHERE text = $text";
        command.Parameters.AddWithValue("$text", text);
        command.ExecuteNonQuery();
        return version;
    }

    private static Correction CorrectionOf(SqliteDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        reader.GetInt64(2),
        DateTimeOffset.Parse(reader.GetString(3), CultureInfo.InvariantCulture));

    private void Run(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
