using SceneGen.Web.Ops.Orders;
using SceneGen.Web.Ops.Scenes;

namespace SceneGen.Web.Ops.SceneOrders;

/// <summary>
/// What came of an order: the scene as it is now, and the record of the action; null where the scene was so before without
/// an operator's doing.
/// </summary>
internal sealed record SceneOrderAnswer(OperatorScene Scene, OperatorActionResource? Action, bool AlreadyDone);
