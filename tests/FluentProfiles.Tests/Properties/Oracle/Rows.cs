using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Items;
using FluentProfiles.Tests.Properties.Terminals;

namespace FluentProfiles.Tests.Properties.Oracle;

/// <summary>What a query has come to after some of its operators, done one after another by LINQ to objects.</summary>
internal sealed class Rows<T>(ServedProfiles world, Ties ties, List<MadeItem<T>> items)
{
    /// <summary>An order that the service does not know, which is an error unless a later one replaces it.</summary>
    private bool isUnsortable;

    /// <summary>Whether there is such an order that no later one can replace.</summary>
    private bool isStuck;

    /// <summary>Whether such an order decides which items are left.</summary>
    private bool decidesItems;

    /// <summary>Whether it decides how many.</summary>
    private bool decidesNumber;

    public List<MadeItem<T>> Items { get; private set; } = items;

    public ServedProfiles World => world;

    private bool IsCut { get; set; }

    private bool IsTaken { get; set; }

    /// <summary>Whether the query names the profiles, so that any order can be made.</summary>
    public bool IsBounded { get; init; }

    /// <summary>Whether code that nobody can look into has seen what a Select gave: nothing behind it is the service's.</summary>
    public bool IsBehindCode { get; set; }

    public bool Holds(Expression<Func<T, bool>> condition, T item) => world.Value(condition, item) is true;

    public void Keep(Func<MadeItem<T>, bool> condition)
    {
        decidesNumber |= decidesItems;
        Items = [.. Items.Where(condition)];
    }

    public void Change(Func<MadeItem<T>, MadeItem<T>> change) => Items = [.. Items.Select(change)];

    public void Reverse() => Items.Reverse();

    public void Take(int count)
    {
        decidesItems |= isUnsortable || isStuck;
        (IsCut, IsTaken) = (true, true);
        Items = [.. Items.Take(count)];
    }

    public void Skip(int count)
    {
        decidesItems |= isUnsortable || isStuck;
        IsCut = true;
        Items = [.. Items.Skip(count)];
    }

    /// <summary>Sorts, unless only a full read could.</summary>
    public void Sort<TKey>(Key<T, TKey> key, bool descending)
    {
        isUnsortable = (key.Field == ServiceField.None || IsBehindCode) && !IsTaken && !IsBounded;
        isStuck |= isUnsortable && (IsCut || IsBehindCode);
        if (isUnsortable)
            return;
        Items = [.. key.Sort(Arranged(Items, key.Field, descending), world, descending, !IsBehindCode)];
    }

    /// <summary>Rows in the order that those of equal keys are to keep.</summary>
    public IEnumerable<MadeItem<T>> Arranged(IEnumerable<MadeItem<T>> rows, ServiceField field, bool descending) =>
        ties.Arrange(
            rows,
            IsTaken || field == ServiceField.None ? TieOrder.AsTheyCame
                : descending ? TieOrder.Newest
                : TieOrder.Oldest
        );

    /// <summary>Ends the query with a terminal.</summary>
    /// <exception cref="UnsupportedQueryException">Its result depends on an order that only a full read could make.</exception>
    public void Complete(Needs needs)
    {
        if (
            needs switch
            {
                Needs.Number => decidesNumber,
                Needs.Items => decidesItems,
                _ => isUnsortable || isStuck || decidesItems,
            }
        )
            throw new UnsupportedQueryException("");
    }

    public Rows<TOut> Select<TOut>(Expression<Func<T, TOut>> selector) =>
        new(
            world,
            ties,
            [.. Items.Select(row => new MadeItem<TOut>(row.Profile, (TOut)world.Value(selector, row.Item)!))]
        )
        {
            isUnsortable = isUnsortable,
            isStuck = isStuck,
            decidesItems = decidesItems,
            decidesNumber = decidesNumber,
            IsCut = IsCut,
            IsTaken = IsTaken,
            IsBounded = IsBounded,
        };
}
