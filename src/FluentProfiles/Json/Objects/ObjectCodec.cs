using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using FluentProfiles.Json.Pages;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Objects;

/// <summary>An object of the model, or null: the members that the run needs, the others skipped.</summary>
/// <param name="members">One a field, in the order in which the service usually writes them.</param>
/// <param name="additional">Keeps members that the model does not know.</param>
/// <param name="create">Makes an object: several times as fast as <c>new T()</c>.</param>
/// <param name="empty">Stands for every object without a value, or null: then each is one of its own.</param>
internal sealed class ObjectCodec<T>(MemberCodec<T>[] members, UnknownMembers<T>? additional, Func<T> create, T? empty)
    : ValueCodec<T?>
    where T : class
{
    private static readonly ApiRevision[] Revisions = Enum.GetValues<ApiRevision>();

    public override T? Read(ref Utf8JsonReader reader, ReadContext context)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        T? target = null;
        ReadMembers(ref target, ref reader, context, isNew: true, enough: FieldMask.All, out _);
        return target ?? empty ?? create();
    }

    public override T? ReadOver(T? earlier, ref Utf8JsonReader reader, ReadContext context)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var target = earlier;
        ReadMembers(ref target, ref reader, context, isNew: false, enough: FieldMask.All, out _);
        return earlier;
    }

    public override void Write(Utf8JsonWriter writer, T? value, bool withNulls)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        var revisions = PossibleRevisions(value);
        foreach (var member in members)
        {
            if (Array.TrueForAll(revisions, member.IsServedBy) || member.HasValue(value))
                member.Write(writer, value, withNulls);
        }
        additional?.Write(writer, value, members);
        writer.WriteEndObject();
    }

    /// <param name="target">Takes the members.</param>
    /// <param name="reader">Stands on the object's start.</param>
    /// <param name="context">What to read.</param>
    /// <param name="isNew">Whether the target has its defaults; else a member that the object lacks is put back to it.</param>
    /// <param name="enough">The members that are enough: behind the last of them the reader stops. With more than the object
    /// can have, it goes to the object's end.</param>
    /// <param name="read">The fields that the object has, of those to read.</param>
    /// <returns>Whether it came to the object's end.</returns>
    public bool ReadInto(
        T target,
        ref Utf8JsonReader reader,
        ReadContext context,
        bool isNew,
        FieldMask enough,
        out FieldMask read
    )
    {
        var known = target;
        return ReadMembers(ref known!, ref reader, context, isNew, enough, out read);
    }

    /// <summary>What of some fields the object itself can have.</summary>
    public FieldMask Own(FieldMask fields)
    {
        var own = members.Aggregate(FieldMask.None, (mask, member) => mask | member.Mask);
        return additional is not null && fields.Contains(additional.Mask) ? FieldMask.All : fields & own;
    }

    // Compiled well at once: a process that reads its first ten thousand profiles is done before a loop would be.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadMembers(
        ref T? target,
        ref Utf8JsonReader reader,
        ReadContext context,
        bool isNew,
        FieldMask enough,
        out FieldMask read
    )
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unexpected(ref reader, "An object");
        Dictionary<string, JsonElement>? unknown = null;
        var seen = FieldMask.None;
        var next = 0;
        var count = 0;
        MemberCodec<T>? member = null;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                member = null;
                JsonBounds.ThrowIfOver(++count, "members");
                member = Find(ref reader, ref next);
                if (member is null)
                    KeepOrSkip(ref unknown, ref reader, context);
                else if (seen.Contains(member.Mask))
                    throw new JsonException("The member comes twice.");
                else
                    seen |= ReadOrSkip(member, ref target, ref reader, context, hasDefault: isNew);
                if (!seen.Contains(enough))
                    continue;
                read = seen;
                return false;
            }
        }
        catch (JsonException failure) when (member is not null && UnreadableMemberException.CanName(failure))
        {
            throw UnreadableMemberException.In(member.JsonName, failure);
        }
        if (unknown is not null)
            additional!.Set(target ??= create(), new(unknown));
        if (!isNew)
            Clear(context.Fields.Without(seen), target!, unknown is not null);
        read = seen;
        return true;
    }

    /// <summary>Returns the revisions that serve all that the object has: it may have come from any of them.</summary>
    private ApiRevision[] PossibleRevisions(T value) =>
        Array.FindAll(
            Revisions,
            revision => Array.TrueForAll(members, member => member.IsServedBy(revision) || !member.HasValue(value))
        );

    private void KeepOrSkip(
        ref Dictionary<string, JsonElement>? unknown,
        ref Utf8JsonReader reader,
        ReadContext context
    )
    {
        if (additional is not null && context.Fields.Contains(additional.Mask))
            AdditionalPropertiesCodec.Keep(ref reader, ref unknown);
        else
            JsonSkip.Value(ref reader);
    }

    private FieldMask ReadOrSkip(
        MemberCodec<T> member,
        ref T? target,
        ref Utf8JsonReader reader,
        ReadContext context,
        bool hasDefault
    )
    {
        if (!context.Fields.Contains(member.Mask))
        {
            JsonSkip.Value(ref reader);
            return FieldMask.None;
        }
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null && context.NotNull.Overlaps(member.Mask))
            throw new JsonException("It is null.");
        // The default is what null stands for.
        if (!hasDefault || reader.TokenType != JsonTokenType.Null)
            member.Read(ref reader, target ??= create(), context);
        return member.Mask;
    }

    private void Clear(FieldMask missing, T target, bool hasUnknown)
    {
        foreach (var member in members)
        {
            if (missing.Contains(member.Mask))
                member.Clear(target);
        }
        if (!hasUnknown)
            additional?.Set(target, AdditionalProperties.Empty);
    }

    /// <summary>The member that the reader's property name means. Members mostly come in the order of the last object, so
    /// the search starts where the last one ended.</summary>
    private MemberCodec<T>? Find(ref Utf8JsonReader reader, ref int next)
    {
        var unescaped = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Of(ref reader)) : null;
        for (var tried = 0; tried < members.Length; tried++)
        {
            var position = next + tried < members.Length ? next + tried : next + tried - members.Length;
            var name = members[position].Name;
            if (unescaped is null ? !reader.ValueTextEquals(name) : !name.AsSpan().SequenceEqual(unescaped))
                continue;
            next = position + 1 == members.Length ? 0 : position + 1;
            return members[position];
        }
        return null;
    }
}
