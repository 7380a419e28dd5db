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
            Run(
                """
                CREATE TABLE IF NOT EXISTS corrections (
                    text TEXT NOT NULL PRIMARY KEY,
                    label TEXT NOT NULL,
                    version INTEGER NOT NULL UNIQUE,
                    stored_at TEXT NOT NULL
                ) STRICT
                """);
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

    public IReadOnlyList<Correction> Read()
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "SELECT text, label, version, stored_at FROM corrections";
        using SqliteDataReader reader = command.ExecuteReader();
        List<Correction> corrections = [];
        while (reader.Read())
            corrections.Add(CorrectionOf(reader));
        return corrections;
    }

    /// <summary>Stores a label unless the text got another one since the sender looked: see <see cref="CorrectionStore"/>.</summary>
    public StoredCorrection Store(string text, string label, long seenVersion)
    {
        try
        {
            // immediate: no other process writes between the look and the change
            using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
            Correction? current = Find(text, transaction);
            if (current is not null && current.Label == label) return new StoredCorrection(current, IsConflict: false);
            if (current is not null && current.Version != seenVersion) return new StoredCorrection(current, IsConflict: true);
            Correction stored = Write(text, label, transaction);
            transaction.Commit();
            return new StoredCorrection(stored, IsConflict: false);
        }
        catch (SqliteException problem)
        {
            throw new CorrectionsUnavailableException($"SQLite reports \"{problem.Message}\"", problem);
        }
    }

    public void Dispose() => _connection.Dispose();

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
            """
            INSERT INTO corrections (text, label, version, stored_at)
            VALUES ($text, $label, (SELECT COALESCE(MAX(version), 0) + 1 FROM corrections), $now)
            ON CONFLICT (text) DO UPDATE SET label = excluded.label, version = excluded.version, stored_at = excluded.stored_at
            RETURNING version
            """;
        command.Parameters.AddWithValue("$text", text);
        command.Parameters.AddWithValue("$label", label);
        command.Parameters.AddWithValue("$now", now.ToString("O", CultureInfo.InvariantCulture));
        return new Correction(text, label, (long)command.ExecuteScalar()!, now);
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
