using System.Linq.Expressions;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.Text;
using FluentProfiles.Model.Schema;
using FluentProfiles.Writing.Bulk.Setters;

namespace FluentProfiles.Writing.Sync.Planning;

/// <summary>The member of a profile that holds the key of its row: a text that a create can set, so that the next sync finds the
/// profile by it, and that a saved plan can name.</summary>
internal static class SyncKey
{
    /// <exception cref="UnsupportedQueryException">The expression is no such member.</exception>
    public static WriteTarget Of(Expression<Func<UserProfile, string?>> key) =>
        Target(key.Body) is { } target && target.Field.Property.PropertyType != typeof(DateTimeOffset?)
            ? target
            : throw new UnsupportedQueryException(
                $"{CSharpText.Of(key, redact: true)} can't be the key of a sync. Name a string that a create sets: p => p.ExternalUserDetails.ReferenceId or p => p.Metadata[\"customer\"]. Store a computed key in a pair of metadata."
            );

    /// <summary>The member with a name, or null where there is none.</summary>
    public static WriteTarget? Named(string member, string? key) =>
        key is not null
            ? new(ProfileSchema.FieldOf(nameof(UserProfile.Metadata)), key)
            : ProfileSchema
                .Of(typeof(UserProfile))
                .Concat(ProfileSchema.Of(typeof(ExternalUserDetails)))
                .Where(field => field.Facts is { Writable: true, MaxPairs: 0 })
                .Select(field => new WriteTarget(field))
                .FirstOrDefault(target => target.Member == member);

    private static WriteTarget? Target(Expression body) =>
        body is MethodCallExpression { Method.Name: "get_Item", Object: MemberExpression map, Arguments: [var key] }
            ? Pair(map, key)
            : WriteTarget.Find(body);

    private static WriteTarget? Pair(MemberExpression map, Expression key) =>
        map.Expression is ParameterExpression
        && ProfileSchema.Find(map.Member) is { Facts.MaxPairs: > 0 } field
        && new OpenParts().AreNoneIn(key)
        && Interpreter.ValueOf(key) is string text
            ? new(field, text)
            : null;
}
