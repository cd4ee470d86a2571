using Microsoft.AspNetCore.WebUtilities;

namespace Web;

/// <summary>What the address of a page of the grid says.</summary>
/// <param name="Country">The country to filter by; null or empty for all.</param>
/// <param name="Status">The status to filter by; null or empty for all.</param>
/// <param name="Token">The resume token that the page starts at; null or empty for the first page.</param>
/// <param name="Back">The tokens of the pages before this one, oldest first; an empty one is the first page.</param>
public sealed record GridLocation(string? Country, string? Status, string? Token, string[] Back)
{
    // Servers limit the length of an address: a long walk keeps the way back to its latest pages.
    private const int MaxBack = 20;

    public bool IsFiltered => !string.IsNullOrEmpty(Country) || !string.IsNullOrEmpty(Status);

    public bool IsFirst => string.IsNullOrEmpty(Token);

    public GridLocation First => this with { Token = null, Back = [] };

    /// <summary>The page before this one, or null when it is the first page or was too long ago.</summary>
    public GridLocation? Previous =>
        Back is [.. var before, var last] ? this with { Token = last, Back = before } : null;

    public GridLocation Next(string resumeToken) =>
        this with
        {
            Token = resumeToken,
            Back = [.. Back.TakeLast(MaxBack - 1), Token ?? ""],
        };

    /// <summary>The address of all profiles under the same filter, as JSON lines.</summary>
    public string Export => QueryHelpers.AddQueryString("/profiles.jsonl", FilterParameters());

    /// <summary>Returns the address of the page, relative to the site.</summary>
    public override string ToString() => QueryHelpers.AddQueryString("/", [.. FilterParameters(), .. PageParameters()]);

    private IEnumerable<KeyValuePair<string, string?>> FilterParameters()
    {
        if (!string.IsNullOrEmpty(Country))
            yield return new("country", Country);
        if (!string.IsNullOrEmpty(Status))
            yield return new("status", Status);
    }

    private IEnumerable<KeyValuePair<string, string?>> PageParameters()
    {
        if (IsFirst)
            yield break;
        yield return new("token", Token);
        foreach (var token in Back)
            yield return new("back", token);
    }
}
