using System.Linq.Expressions;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Model.Schema;

namespace FluentProfiles;

/// <summary>Chooses the members of profiles that a mirror does not store:
/// <see cref="ProfileMirrorOptions.Store"/>.</summary>
public sealed class StoredMembersBuilder
{
    private readonly List<string> keys = [];
    private FieldMask leftOut;

    internal StoredMembersBuilder() { }

    /// <summary>Leaves a member out: <c>p =&gt; p.Name</c>, <c>p =&gt; p.ExternalUserDetails.EmailHash</c>, or all of a
    /// part: <c>p =&gt; p.ExternalUserDetails</c>.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="member"/> is null.</exception>
    /// <exception cref="ArgumentException">The expression is not a member of a profile, or it is one that the mirror
    /// needs: the id, and the times of creation and of the last change.</exception>
    public StoredMembersBuilder Except(Expression<Func<UserProfile, object?>> member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var field = FieldOf(member.Body);
        if (field is null)
            throw new ArgumentException(
                $"{member.Body} is not a member of a profile. Name one, such as p => p.Name. A metadata key is left out by "
                    + $"{nameof(ExceptMetadata)}(\"key\").",
                nameof(member)
            );
        if (StoredMembers.Needed.Overlaps(field.Mask))
            throw new ArgumentException(
                $"The mirror can't work without {field.Name}: it finds and orders profiles by it.",
                nameof(member)
            );
        leftOut |= field.Subtree;
        return this;
    }

    /// <summary>Leaves metadata keys out. Keys are compared ordinally.</summary>
    /// <param name="keys">The keys.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StoredMembersBuilder ExceptMetadata(params string[] keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
            this.keys.Add(key ?? throw new ArgumentNullException(nameof(keys)));
        return this;
    }

    internal StoredMembers Build() => new(leftOut, [.. keys.Distinct()]);

    private static ProfileField? FieldOf(Expression expression) =>
        expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } boxed => FieldOf(boxed.Operand),
            MemberExpression { Expression: ParameterExpression or MemberExpression } access
                when access.Expression is ParameterExpression || FieldOf(access.Expression) is not null =>
                ProfileSchema.Find(access.Member) is { Facts: not null } field ? field : null,
            _ => null,
        };
}
