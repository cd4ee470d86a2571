using System.Text.Json;
using FluentProfiles.Json.Objects;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>Reads answers of the service as rows. Thread-safe.</summary>
/// <param name="members">The members that are stored.</param>
internal sealed class ProfileRowReader(StoredMembers members)
{
    private static readonly FieldMask Known = ProfileSchema
        .Of(typeof(UserProfile))
        .Where(field => field.Facts is not null)
        .Aggregate(FieldMask.None, (mask, field) => mask | field.Subtree);

    private static readonly FieldMask Needed =
        ProfileSchema.Id.Mask | ProfileSchema.FieldOf(nameof(UserProfile.CreatedAt)).Mask;

    private readonly JsonTrimmer trimmer = new(members);
    private readonly PageReader pages = new(new(Needed) { Required = Needed });
    private readonly ReadContext context = new(Known, new());

    /// <summary>The members that are stored.</summary>
    public StoredMembers Members => members;

    /// <summary>Reads a page of a listing, and disposes of the body.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="limit">The most profiles that it may have.</param>
    /// <param name="requestedAt">When the request was sent.</param>
    /// <exception cref="ProfilesProtocolException">The body is no page, has more profiles, or one without an id or a time of
    /// creation.</exception>
    public RowPage ReadPage(IPageBody body, int limit, DateTimeOffset requestedAt)
    {
        using var page = pages.ReadPage(body, limit);
        try
        {
            var rows = new ProfileRow[page.Profiles.Count];
            var reader = new Utf8JsonReader(body.Body.Span);
            PageItems.GoToFirst(ref reader);
            for (var i = 0; i < rows.Length; i++)
                rows[i] = Read(PageItems.Next(ref reader, body.Body.Span), requestedAt);
            return new(rows, page.NextCursor);
        }
        catch (JsonException cause)
        {
            throw body.NotUnderstood(cause);
        }
    }

    /// <summary>Reads the answer to a GET or a write, and disposes of the body.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="id">The id that was asked for; null for any.</param>
    /// <param name="requestedAt">The moment of the reading.</param>
    /// <exception cref="ProfilesProtocolException">The body is no profile, or another one.</exception>
    public ProfileRow ReadProfile(IPageBody body, string? id, DateTimeOffset requestedAt)
    {
        using (body)
            return ReadKept(body, id, requestedAt);
    }

    /// <summary>Reads the answer to a GET or a write, whose body others read, too.</summary>
    /// <inheritdoc cref="ReadProfile"/>
    public ProfileRow ReadKept(IPageBody body, string? id, DateTimeOffset requestedAt)
    {
        pages.ReadProfile(body, id);
        try
        {
            return Read(body.Body.Span, requestedAt);
        }
        catch (JsonException cause)
        {
            throw body.NotUnderstood(cause);
        }
    }

    /// <summary>Reads one profile.</summary>
    /// <exception cref="JsonException">The JSON is no profile.</exception>
    public ProfileRow Read(ReadOnlySpan<byte> json, DateTimeOffset requestedAt)
    {
        var stored = trimmer.Trim(json);
        var reader = new Utf8JsonReader(stored);
        reader.Read();
        var profile = ModelCodecs.Profile.Read(ref reader, context)!;
        return new(profile, stored, CanonicalForm.HashOf(profile, stored), requestedAt);
    }
}
