using System.Text.Json;
using FluentProfiles.Model;
using FluentProfiles.Planning;

namespace FluentProfiles.Json;

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
    private readonly Stack<ProfileBuffer> free = [];
    private volatile bool readsInTwoGoes;

    public PageReader(ProfileReads reads)
    {
        this.reads = reads;
        whole = new(reads.All, new());
        first = new(reads.First, whole.Strings) { RecyclesParts = true };
        rest = new(reads.Rest, whole.Strings);
        readsInTwoGoes = reads.FirstSteps > 0;
    }

    /// <summary>Hears how many of the profiles looked at had to be completed. Where most are, reading them at one go is
    /// less work.</summary>
    public void Note(int examined, int completed)
    {
        if (reads.FirstSteps > 0)
            readsInTwoGoes = completed * 2 < examined;
    }

    /// <summary>Reads a page: <c>{"data":[…],"next_page":"…"}</c>, the cursor null or missing at the end.</summary>
    /// <param name="body">The page, which disposes of it.</param>
    /// <exception cref="ProfilesProtocolException">The body is no page.</exception>
    public BufferedPage ReadPage(IPageBody body)
    {
        var buffer = Rent();
        try
        {
            var cursor = ReadInto(buffer, body.Body.Span);
            Envelope.ThrowIfCredentials(body, cursor, "next_page");
            foreach (var profile in buffer.Profiles)
                Envelope.ThrowIfCredentials(body, profile.Id, "id");
            return new(buffer, cursor, body, this);
        }
        catch (JsonException cause)
        {
            Return(buffer);
            using (body)
                throw body.NotUnderstood(cause);
        }
    }

    /// <summary>Reads one profile.</summary>
    /// <exception cref="ProfilesProtocolException">The body is no profile.</exception>
    public UserProfile ReadProfile(IPageBody body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Body.Span);
            reader.Read();
            Envelope.ExpectProfile(ref reader);
            var profile = new UserProfile();
            ModelCodecs.Profile.ReadInto(profile, ref reader, whole, isNew: true, enough: FieldMask.All);
            Envelope.ExpectEnd(ref reader);
            Envelope.ThrowIfCredentials(body, profile.Id, "id");
            return LacksId(profile, whole) ? throw NoId() : profile;
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
            var target = reads.Leave ? new UserProfile() : buffer.Recycled(index);
            Read(target, reads.Leave, ref reader, reads.Leave ? whole : rest);
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

    private string? ReadInto(ProfileBuffer buffer, ReadOnlySpan<byte> body)
    {
        var reader = new BodyReader(body);
        Envelope.Expect(ref reader.Json, JsonTokenType.StartObject, "A page (an object)");
        var (hasData, hasCursor) = (false, false);
        string? cursor = null;
        while (reader.Json.Read() && reader.Json.TokenType == JsonTokenType.PropertyName)
        {
            if (JsonText.Is(ref reader.Json, "data"u8))
            {
                Envelope.ThrowIfRepeated(hasData, "data");
                hasData = true;
                ReadProfiles(buffer, ref reader);
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

    private void ReadProfiles(ProfileBuffer buffer, ref BodyReader reader)
    {
        Envelope.Expect(ref reader.Json, JsonTokenType.StartArray, "A list of profiles in \"data\"");
        var inTwoGoes = readsInTwoGoes;
        while (reader.Json.Read() && reader.Json.TokenType != JsonTokenType.EndArray)
        {
            if (inTwoGoes)
                buffer.Starts.Add(reader.TokenStart);
            buffer.Profiles.Add(ReadNext(buffer, ref reader, inTwoGoes));
        }
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
            : reads.Leave ? (new(), true)
            : (buffer.Recycled(place), false);
        if (context.Fields.IsEmpty || !Read(target, isNew, ref reader.Json, context))
            reader.Leave(depth);
        return target;
    }

    /// <returns>Whether the reader came to the profile's end.</returns>
    private static bool Read(UserProfile target, bool isNew, ref Utf8JsonReader reader, ReadContext context)
    {
        var isAtEnd = ModelCodecs.Profile.ReadInto(target, ref reader, context, isNew, context.Enough);
        return LacksId(target, context) ? throw NoId() : isAtEnd;
    }

    private static bool LacksId(UserProfile profile, ReadContext context) =>
        (profile.Id.Length is 0 or > LongestId || JsonText.IsReplaced(profile.Id))
        && context.Fields.Contains(ProfileSchema.Id.Mask);

    private static JsonException NoId() =>
        new("A profile in the answer has no \"id\", or one that can't be asked for: too long, or not all of it text.");
}
