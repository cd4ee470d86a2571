using System.Text.Json;
using FluentProfiles.Json.Objects;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Profiles;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Pages;

/// <summary>Reads the pages and the single profiles of one run. Several may be read at once.</summary>
internal sealed class PageReader
{
    private static readonly UserProfile Unread = new();

    private readonly ProfileReads reads;
    private readonly ReadContext whole;
    private readonly ReadContext first;
    private readonly ReadContext rest;
    private readonly ReadContext single;
    private readonly Stack<ProfileBuffer> free = [];
    private volatile bool looksFirst;
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
        looksFirst = reads.FirstSteps > 0;
    }

    /// <summary>The fields of a profile that <see cref="Complete"/> has read.</summary>
    public FieldMask CompletedFields => (reads.ProfilesEscape ? whole : rest).Fields;

    /// <summary>Records how many of the examined profiles had to be completed. If most of them had to be, the next
    /// page is read at once, which is less work.</summary>
    public void RecordPassRate(int examined, int completed)
    {
        if (reads.FirstSteps > 0)
            looksFirst = completed * 2 < examined;
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
            return new(buffer, cursor, body, this) { Fields = FieldsOf(buffer) };
        }
        catch (Exception failure)
        {
            using (body)
            {
                if (Failed(buffer, body, failure) is { } protocol)
                    throw protocol;
                throw;
            }
        }
    }

    /// <summary>Reads a page of profiles that each have JSON of their own.</summary>
    /// <param name="raw">The page, which disposes of it.</param>
    /// <exception cref="ProfilesProtocolException">The JSON of one of them is no profile.</exception>
    public BufferedPage ReadProfiles(RawPage raw)
    {
        var buffer = Rent();
        try
        {
            for (var i = 0; i < raw.Profiles.Count; i++)
            {
                var reader = new Utf8JsonReader(raw.Profiles[i].Span);
                reader.Read();
                Envelope.ExpectProfile(ref reader);
                buffer.Profiles.Add(ReadNext(buffer, ref reader, out _));
            }
            return new(buffer, raw.NextCursor, raw, this) { Fields = FieldsOf(buffer), CursorAfter = raw.CursorAfter };
        }
        catch (Exception failure)
        {
            using (raw)
            {
                if (Failed(buffer, raw, failure) is { } protocol)
                    throw protocol;
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

    /// <summary>Reads the fields that the later steps use of a profile that has passed the first ones.</summary>
    /// <exception cref="ProfilesProtocolException">A field of it is not what it should be.</exception>
    public UserProfile Complete(ProfileBuffer buffer, int index, IJsonOrigin origin)
    {
        if (reads.Rest.IsEmpty)
            return Unread;
        try
        {
            var reader = new Utf8JsonReader(origin.JsonOf(buffer, index));
            reader.Read();
            var target = reads.ProfilesEscape ? new UserProfile() : buffer.Recycled(index);
            var context = reads.ProfilesEscape ? whole : rest;
            ReadListed(target, reads.ProfilesEscape, ref reader, context);
            Envelope.ThrowIfCredentials(origin, target.Id, "id");
            return target;
        }
        catch (JsonException cause)
        {
            throw origin.NotUnderstood(cause);
        }
    }

    /// <summary>Takes back the objects of a page, for another page.</summary>
    public void Return(ProfileBuffer buffer)
    {
        buffer.Clear();
        lock (free)
            free.Push(buffer);
    }

    private ProfileBuffer Rent()
    {
        ProfileBuffer? buffer;
        lock (free)
            free.TryPop(out buffer);
        buffer ??= new();
        buffer.IsFirstLook = looksFirst;
        return buffer;
    }

    private FieldMask FieldsOf(ProfileBuffer buffer) => (buffer.IsFirstLook ? first : whole).Fields;

    /// <summary>Returns the exception for JSON that can't be read; null for another failure.</summary>
    private ProfilesProtocolException? Failed(ProfileBuffer buffer, IJsonOrigin origin, Exception failure)
    {
        Return(buffer);
        return failure is JsonException cause ? origin.NotUnderstood(cause) : null;
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
        while (reader.Json.Read() && reader.Json.TokenType != JsonTokenType.EndArray)
        {
            if (buffer.Profiles.Count == limit)
                return false;
            if (buffer.IsFirstLook)
                buffer.Starts.Add(reader.TokenStart);
            Envelope.ExpectProfile(ref reader.Json);
            var depth = reader.Json.CurrentDepth;
            var profile = ReadNext(buffer, ref reader.Json, out var isAtEnd);
            if (!isAtEnd)
                reader.SkipProfile(depth);
            buffer.Profiles.Add(profile);
        }
        return true;
    }

    /// <param name="buffer">Takes the profile.</param>
    /// <param name="reader">The reader, at the start of the profile.</param>
    /// <param name="isAtEnd">True when the reader has come to the end of the profile.</param>
    private UserProfile ReadNext(ProfileBuffer buffer, ref Utf8JsonReader reader, out bool isAtEnd)
    {
        var context = buffer.IsFirstLook ? first : whole;
        // If nothing is read of the profiles, one object stands for all of them.
        if (context.Fields.IsEmpty)
        {
            isAtEnd = false;
            return Unread;
        }
        var place = buffer.Profiles.Count;
        var (target, isNew) =
            buffer.IsFirstLook ? (buffer.LookedAt(place), false)
            : reads.ProfilesEscape ? (new(), true)
            : (buffer.Recycled(place), false);
        isAtEnd = ReadListed(target, isNew, ref reader, context);
        return target;
    }

    /// <returns>True when the reader has come to the end of the profile.</returns>
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
        !ProfileId.CanBeAskedFor(profile.Id) && context.Fields.Contains(ProfileSchema.Id.Mask);

    private static JsonException Lacking(FieldMask missing) =>
        new($"A profile in the response has no \"{FieldNames.Of(missing)[0]}\".");

    /// <summary>Which fields of orders the profiles of the run have, of those asked for so far.</summary>
    private sealed record Positions(FieldMask Asked, FieldMask Read);

    private static JsonException NoId() =>
        new("A profile in the response has an invalid \"id\": it is empty, too long, or not valid Unicode.");
}
