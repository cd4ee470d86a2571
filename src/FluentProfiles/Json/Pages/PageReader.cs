using System.Text.Json;
using FluentProfiles.Json.Objects;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;
using FluentProfiles.Planning;

namespace FluentProfiles.Json.Pages;

/// <summary>Reads the answers of one run: pages of a list, and single profiles. Several may be read at once.</summary>
internal sealed class PageReader
{
    // An address must be able to carry it.
    private const int LongestId = 1024;

    private static readonly UserProfile Unread = new();

    private readonly ProfileReads reads;
    private readonly ReadContext whole;
    private readonly ReadContext first;
    private readonly ReadContext rest;
    private readonly ReadContext single;
    private readonly Stack<ProfileBuffer> free = [];
    private volatile bool readsInTwoGoes;
    private volatile Positions? positions;

    public PageReader(ProfileReads reads)
    {
        this.reads = reads;
        whole = new(reads.All, new()) { Required = reads.Required & reads.All };
        first = new(reads.First, whole.Strings) { Required = reads.Required & reads.First, RecyclesParts = true };
        rest = new(reads.Rest, whole.Strings) { Required = reads.Required & reads.Rest };
        single = new(reads.All | ProfileSchema.Id.Mask, whole.Strings)
        {
            Required = whole.Required | ProfileSchema.Id.Mask,
        };
        readsInTwoGoes = reads.FirstSteps > 0;
    }

    /// <summary>The fields of a profile that <see cref="Complete"/> has read.</summary>
    public FieldMask CompletedFields => (reads.ProfilesEscape ? whole : rest).Fields;

    /// <summary>Records how many of the examined profiles had to be completed. Where most are, reading them at one go is less
    /// work.</summary>
    public void RecordPassRate(int examined, int completed)
    {
        if (reads.FirstSteps > 0)
            readsInTwoGoes = completed * 2 < examined;
    }

    /// <summary>Reads a page: <c>{"data":[…],"next_page":"…"}</c>, the cursor null or missing at the end.</summary>
    /// <param name="body">The page, which disposes of it.</param>
    /// <param name="limit">The most profiles that it may have. The first one beyond is not read.</param>
    /// <exception cref="ProfilesProtocolException">The body is no page, or has more profiles.</exception>
    public BufferedPage ReadPage(IPageBody body, int limit)
    {
        var buffer = Rent();
        try
        {
            var cursor = ReadInto(buffer, body, limit);
            Envelope.ThrowIfCredentials(body, cursor, "next_page");
            foreach (var profile in buffer.Profiles)
                Envelope.ThrowIfCredentials(body, profile.Id, "id");
            return new(buffer, cursor, body, this) { Fields = buffer.Starts.Count > 0 ? first.Fields : whole.Fields };
        }
        catch (Exception failure)
        {
            Return(buffer);
            using (body)
            {
                if (failure is JsonException cause)
                    throw body.NotUnderstood(cause);
                throw;
            }
        }
    }

    /// <summary>Reads one profile. Its id is always read.</summary>
    /// <param name="body">The profile.</param>
    /// <param name="id">The id that it must have; null for any.</param>
    /// <exception cref="ProfilesProtocolException">The body is no profile, or another one.</exception>
    public UserProfile ReadProfile(IPageBody body, string? id)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Body.Span);
            reader.Read();
            Envelope.ExpectProfile(ref reader);
            var profile = new UserProfile();
            Read(profile, isNew: true, ref reader, single, FieldMask.All, out _);
            Envelope.ExpectEnd(ref reader);
            Envelope.ThrowIfCredentials(body, profile.Id, "id");
            Contradiction.ThrowIfOfAnother(body, id, profile.Id);
            return profile;
        }
        catch (JsonException cause)
        {
            throw body.NotUnderstood(cause);
        }
    }

    /// <summary>Reads what the later steps need of a profile that has passed the first ones.</summary>
    /// <exception cref="ProfilesProtocolException">A field of it is not what it should be.</exception>
    public UserProfile Complete(ProfileBuffer buffer, int index, IPageBody body)
    {
        if (reads.Rest.IsEmpty)
            return Unread;
        try
        {
            var reader = new Utf8JsonReader(body.Body.Span[buffer.Starts[index]..]);
            reader.Read();
            var target = reads.ProfilesEscape ? new UserProfile() : buffer.Recycled(index);
            var context = reads.ProfilesEscape ? whole : rest;
            ReadListed(target, reads.ProfilesEscape, ref reader, context);
            Envelope.ThrowIfCredentials(body, target.Id, "id");
            return target;
        }
        catch (JsonException cause)
        {
            throw body.NotUnderstood(cause);
        }
    }

    /// <summary>Takes the places of a page back.</summary>
    public void Return(ProfileBuffer buffer)
    {
        buffer.Clear();
        lock (free)
            free.Push(buffer);
    }

    private ProfileBuffer Rent()
    {
        lock (free)
            return free.TryPop(out var buffer) ? buffer : new();
    }

    private string? ReadInto(ProfileBuffer buffer, IPageBody body, int limit)
    {
        var reader = new BodyReader(body.Body.Span);
        Envelope.Expect(ref reader.Json, JsonTokenType.StartObject, "A page (an object)");
        var (hasData, hasCursor) = (false, false);
        string? cursor = null;
        while (reader.Json.Read() && reader.Json.TokenType == JsonTokenType.PropertyName)
        {
            if (JsonText.Is(ref reader.Json, "data"u8))
            {
                Envelope.ThrowIfRepeated(hasData, "data");
                hasData = true;
                if (!ReadProfiles(buffer, ref reader, limit))
                    throw Contradiction.Of(
                        body.RequestId,
                        $"the page has more profiles than its limit, which is {limit}"
                    );
            }
            else if (JsonText.Is(ref reader.Json, "next_page"u8))
            {
                Envelope.ThrowIfRepeated(hasCursor, "next_page");
                hasCursor = true;
                cursor = Envelope.ReadCursor(ref reader.Json);
            }
            else
                reader.Json.Skip();
        }
        Envelope.ExpectEnd(ref reader.Json);
        return hasData ? cursor : throw new JsonException("The page has no \"data\".");
    }

    /// <returns>False where there are more than the limit.</returns>
    private bool ReadProfiles(ProfileBuffer buffer, ref BodyReader reader, int limit)
    {
        Envelope.Expect(ref reader.Json, JsonTokenType.StartArray, "A list of profiles in \"data\"");
        var inTwoGoes = readsInTwoGoes;
        while (reader.Json.Read() && reader.Json.TokenType != JsonTokenType.EndArray)
        {
            if (buffer.Profiles.Count == limit)
                return false;
            if (inTwoGoes)
                buffer.Starts.Add(reader.TokenStart);
            buffer.Profiles.Add(ReadNext(buffer, ref reader, inTwoGoes));
        }
        return true;
    }

    private UserProfile ReadNext(ProfileBuffer buffer, ref BodyReader reader, bool inTwoGoes)
    {
        Envelope.ExpectProfile(ref reader.Json);
        var depth = reader.Json.CurrentDepth;
        var place = buffer.Profiles.Count;
        var context = inTwoGoes ? first : whole;
        // Where nothing is wanted of a profile but that it is there, one object stands for all.
        var (target, isNew) =
            context.Fields.IsEmpty ? (Unread, false)
            : inTwoGoes ? (buffer.LookedAt(place), false)
            : reads.ProfilesEscape ? (new(), true)
            : (buffer.Recycled(place), false);
        if (context.Fields.IsEmpty || !ReadListed(target, isNew, ref reader.Json, context))
            reader.Leave(depth);
        return target;
    }

    /// <returns>Whether the reader came to the profile's end.</returns>
    private bool ReadListed(UserProfile target, bool isNew, ref Utf8JsonReader reader, ReadContext context)
    {
        var isAtEnd = Read(target, isNew, ref reader, context, context.Enough, out var read);
        if (context.Fields.Overlaps(ProfileSchema.Positions))
            CheckPositions(read & ProfileSchema.Positions, context.Fields & ProfileSchema.Positions);
        return isAtEnd;
    }

    /// <summary>A fake in a test may leave out the field of an order, such as the time of creation, if nothing depends on it. If only
    /// some profiles of a run have one, an answer is damaged.</summary>
    private void CheckPositions(FieldMask read, FieldMask asked)
    {
        var known = positions;
        if (known is null || !known.Asked.Contains(asked))
            positions = known = known is null ? new(asked, read) : new(known.Asked | asked, known.Read | read);
        var expected = known.Read & asked;
        if (expected != read)
            throw Lacking(expected.Without(read) | read.Without(expected));
    }

    private static bool Read(
        UserProfile target,
        bool isNew,
        ref Utf8JsonReader reader,
        ReadContext context,
        FieldMask enough,
        out FieldMask read
    )
    {
        var isAtEnd = ModelCodecs.Profile.ReadInto(target, ref reader, context, isNew, enough, out read);
        if (!read.Contains(context.Required))
            throw Lacking(context.Required.Without(read));
        return LacksId(target, context) ? throw NoId() : isAtEnd;
    }

    private static bool LacksId(UserProfile profile, ReadContext context) =>
        (profile.Id.Length is 0 or > LongestId || JsonText.IsReplaced(profile.Id))
        && context.Fields.Contains(ProfileSchema.Id.Mask);

    private static JsonException Lacking(FieldMask missing) =>
        new($"A profile in the answer has no \"{FieldNames.Of(missing)[0]}\".");

    /// <summary>Which fields of orders the profiles of the run have, of those asked for so far.</summary>
    private sealed record Positions(FieldMask Asked, FieldMask Read);

    private static JsonException NoId() =>
        new("A profile in the answer has an \"id\" that can't be asked for: empty, too long, or not all of it text.");
}
