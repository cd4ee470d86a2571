using System.Text.Json;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Erased;

namespace FluentProfiles.Mirror.Erasing;

/// <summary>The erasures of a scope as text.</summary>
internal sealed record ErasureLedger
{
    private const int Current = 1;

    // Else a member may be null or missing, whatever its type says.
    private static readonly JsonSerializerOptions Strict = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public int Version { get; init; } = Current;

    public required string Address { get; init; }

    public required string Workspace { get; init; }

    /// <summary>The keys of the hashes, one behind the other; empty for none.</summary>
    public required byte[] Keys { get; init; }

    public required IReadOnlyList<LedgerEntry> Erasures { get; init; }

    // A hash without the key that it was made with matches nothing.
    private bool IsWhole =>
        Version == Current
        && Keys.Length % ErasureHash.KeyLength == 0
        && (Keys.Length > 0 || Erasures.Count == 0)
        && Erasures.All(entry => entry is not null && ErasureHash.IsHash(entry.Hash));

    public string Write() => JsonSerializer.Serialize(this);

    /// <exception cref="ArgumentException">The text is no ledger, or one of another scope.</exception>
    public static ErasureLedger Read(string text, ScopeName scope, string parameter)
    {
        var ledger = Parsed(text);
        if (ledger?.IsWhole != true)
            throw new ArgumentException(
                "The value is not a ledger of erasures, or it is damaged. Pass the string that ExportErasuresAsync() has returned.",
                parameter
            );
        if (ledger.Address != scope.Address || ledger.Workspace != scope.Workspace)
            throw new ArgumentException(
                "The ledger belongs to another address or workspace. Pass one of this mirror.",
                parameter
            );
        return ledger;
    }

    private static ErasureLedger? Parsed(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ErasureLedger>(text, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
